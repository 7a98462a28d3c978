import { createMemo, createSignal, type Accessor } from "solid-js";

/** What is wrong, by field. A field that is right has no entry. */
export type FieldErrors = Readonly<Record<string, string | undefined>>;

export type SubmitOutcome =
  | { readonly done: true }
  | { readonly done: false; readonly fields?: FieldErrors; readonly message?: string };

/** One line of an error summary; without a name it belongs to the form as a whole. */
export type Problem = { readonly name: string | undefined; readonly message: string };

/** The one contract between a form and any field: spread it into the field. */
export type Bound<T> = {
  readonly name: string;
  readonly value: T;
  readonly error: string | undefined;
  readonly onChange: (value: T) => void;
};

export type FormOptions<V extends object> = {
  readonly initial: V;
  /** What can be told wrong before anything is sent. */
  readonly check?: (values: V) => FieldErrors;
  readonly submit: (values: V) => Promise<SubmitOutcome>;
  /** The sentence for a fault or an outage; the answers stay. */
  readonly faultMessage?: string;
};

export type FormState<V extends object> = {
  readonly values: Accessor<V>;
  readonly problems: Accessor<readonly Problem[]>;
  readonly pending: Accessor<boolean>;
  /** Counts submits that failed, so that the summary can take the focus each time. */
  readonly failures: Accessor<number>;
  readonly changed: Accessor<boolean>;
  readonly field: <K extends keyof V & string>(name: K) => Bound<V[K]>;
  readonly set: <K extends keyof V & string>(name: K, value: V[K]) => void;
  readonly submit: () => Promise<boolean>;
};

const defaultFault =
  "Something went wrong and nothing was sent. Your answers are still here. Try again.";

const isWrong = (errors: FieldErrors) =>
  Object.values(errors).some((message) => message !== undefined);

/** Field errors in the order of the fields; those of no known field join the form's own, so that none is lost. */
export function problemsOf(
  names: readonly string[],
  errors: FieldErrors,
  message: string | undefined,
): readonly Problem[] {
  const lines: Problem[] = message === undefined ? [] : [{ name: undefined, message }];
  const strangers = Object.keys(errors).filter((name) => !names.includes(name));
  for (const name of [...names, ...strangers]) {
    const text = errors[name];
    if (text !== undefined)
      lines.push({ name: names.includes(name) ? name : undefined, message: text });
  }
  return lines;
}

/**
 * Holds a form's answers, what is wrong with them, and whether they are on their way.
 * Answers are never cleared: not by a refusal, not by a fault, not by success.
 */
export function createForm<V extends object>(options: FormOptions<V>): FormState<V> {
  const [values, setValues] = createSignal<V>(options.initial, { equals: false });
  const [errors, setErrors] = createSignal<FieldErrors>({});
  const [message, setMessage] = createSignal<string>();
  const [pending, setPending] = createSignal(false);
  const [failures, setFailures] = createSignal(0);
  const [changed, setChanged] = createSignal(false);
  const problems = createMemo(() => problemsOf(Object.keys(values()), errors(), message()));

  const set: FormState<V>["set"] = (name, value) => {
    setValues((last) => ({ ...last, [name]: value }));
    setChanged(true);
  };
  const field: FormState<V>["field"] = (name) => ({
    name,
    get value() {
      return values()[name];
    },
    get error() {
      return errors()[name];
    },
    onChange: (value) => set(name, value),
  });
  const fail = (fields: FieldErrors, text: string | undefined) => {
    setErrors(fields);
    setMessage(text);
    setFailures((count) => count + 1);
    return false;
  };
  const send = async (): Promise<SubmitOutcome> => {
    setPending(true);
    try {
      return await options.submit(values());
    } catch {
      return { done: false, message: options.faultMessage ?? defaultFault };
    } finally {
      setPending(false);
    }
  };
  const submit = async () => {
    if (pending()) return false;
    const found = options.check?.(values()) ?? {};
    if (isWrong(found)) return fail(found, undefined);
    const outcome = await send();
    if (!outcome.done) return fail(outcome.fields ?? {}, outcome.message);
    setErrors({});
    setMessage(undefined);
    setChanged(false);
    return true;
  };
  return { values, problems, pending, failures, changed, field, set, submit };
}
