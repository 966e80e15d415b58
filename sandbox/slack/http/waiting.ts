/** Waits for something to become so: looks again at each change, and sleeps at no time. */
export interface Waiting<S> {
  changed(): void;
  until<T extends object | string | true>(
    look: (subject: S) => T | false | undefined,
    timeoutMs: number,
    describe: () => string,
  ): Promise<T>;
}

export function waiting<S>(subject: () => S): Waiting<S> {
  const looks = new Set<() => void>();
  return {
    changed() {
      for (const look of [...looks]) look();
    },
    until(look, timeoutMs, describe) {
      return new Promise((resolve, reject) => {
        const stop = () => {
          looks.delete(again);
          clearTimeout(timer);
        };
        const again = () => {
          try {
            const found = look(subject());
            if (found === false || found === undefined) return;
            stop();
            resolve(found);
          } catch (error) {
            stop();
            reject(error);
          }
        };
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`Not seen in ${timeoutMs} ms. ${describe()}`));
        }, timeoutMs);
        looks.add(again);
        again();
      });
    },
  };
}
