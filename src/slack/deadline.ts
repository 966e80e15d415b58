/**
 * The promise's value if it comes within so many milliseconds, else undefined; the promise itself goes on. Where it rejects after that,
 * nobody hears of it but `onLateFailure`: leave that out only where the promise is awaited elsewhere too, or never rejects.
 */
export function withinTime<T>(
  milliseconds: number,
  promise: Promise<T>,
  onLateFailure: (error: unknown) => void = () => {},
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let settle = reject;
    const late = setTimeout(() => {
      settle = onLateFailure;
      resolve(undefined);
    }, milliseconds);
    promise.then(resolve, (error: unknown) => settle(error)).finally(() => clearTimeout(late));
  });
}
