import { TextField, type Bound } from "../../../ui/index.ts";

export const passwordRules =
  "12 characters or more. Three or four words that do not belong together are good; it needs no figures or signs. Not your name, your school or a password that many use.";

/** What can be told wrong of a new password before it is sent. */
export const checkPassword = (password: string): string | undefined => {
  if (password === "") return "Enter a password";
  return [...password].length < 12 ? "Use 12 characters or more" : undefined;
};

export function NewPassword(props: { label: string; bound: Bound<string> }) {
  return (
    <TextField
      label={props.label}
      hint={passwordRules}
      type="password"
      autocomplete="new-password"
      {...props.bound}
    />
  );
}
