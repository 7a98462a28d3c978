import { useLocation, useNavigate } from "@solidjs/router";
import { createSignal, type Accessor } from "solid-js";
import { createForm, type FormOptions, type FormState } from "../ui/index.ts";

export type Checking<V extends object> = {
  readonly form: FormState<V>;
  /** Whether the answers are being looked at before they go. */
  readonly isChecking: Accessor<boolean>;
  /** The address at which they are changed. */
  readonly change: Accessor<string>;
};

/**
 * A form whose answers are looked at once more before they are sent. Which of the two is shown stands in the address, so that Back leads to the
 * answers, which stay in this page alone: loaded anew, it begins anew.
 */
export const createChecking = <V extends object>(options: FormOptions<V>): Checking<V> => {
  const location = useLocation();
  const navigate = useNavigate();
  const [isReady, setReady] = createSignal(false);
  const change = () => location.pathname;
  const isChecking = () => isReady() && new URLSearchParams(location.search).has("check");
  const form = createForm<V>({
    ...options,
    submit: async (values) => {
      if (!isChecking()) {
        setReady(true);
        navigate(`${change()}?check=`);
        return { done: true };
      }
      const outcome = await options.submit(values);
      if (!outcome.done && outcome.fields !== undefined) navigate(change());
      return outcome;
    },
  });
  return { form, isChecking, change };
};
