/** For tests alone: follows redirects with cookies, as a browser would, until it is sent to another site. */
export const followTo = async (start: string, stopAt: string): Promise<URL> => {
  const cookies = new Map<string, string>();
  let address = new URL(start);
  for (let hop = 0; hop < 15; hop += 1) {
    const answer = await fetch(address, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const header of answer.headers.getSetCookie()) {
      const [name = "", ...value] = (header.split(";")[0] ?? "").split("=");
      cookies.set(name, value.join("="));
    }
    const location = answer.headers.get("location");
    if (location === null) throw new Error(`${answer.status}: ${await answer.text()}`);
    address = new URL(location, address);
    if (address.href.startsWith(stopAt)) return address;
  }
  throw new Error("it never came back");
};
