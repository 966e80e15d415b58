declare const brand: unique symbol;

/** A value of type `T` that only its own constructor hands out, so that two kinds of string cannot be swapped. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Closes a `switch` over a union: a new member that no case names does not compile. */
export function assertNever(value: never): never {
  throw new Error(`a case that no switch names: ${typeof value}`);
}
