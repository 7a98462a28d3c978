const longest = 254;

/** The one form in which an address is kept and compared: no space around it, lower case, composed. */
export const normalEmail = (text: string): string => text.trim().normalize("NFC").toLowerCase();

/** Whether mail could be sent there: something, one @, and a name with a dot. Whether it arrives is for the mail to show. */
export const isEmail = (text: string): boolean =>
  text.length <= longest &&
  /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@.<>"(),:;\\[\]]{2,}$/u.test(text);
