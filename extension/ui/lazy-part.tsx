import type { FunctionComponent, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Loaded<P> = FunctionComponent<P> | 'failed' | null;

/** A part of a panel whose code is loaded when it is first shown; bones of its shape until then. */
export function lazyPart<P extends object>(
  load: () => Promise<FunctionComponent<P>>,
  waiting: (props: P) => JSX.Element,
): (props: P) => JSX.Element {
  let known: FunctionComponent<P> | null = null;
  const Waiting = waiting;
  return function LazyPart(props: P): JSX.Element {
    const [loaded, setLoaded] = useState<{ readonly part: Loaded<P> }>({ part: known });
    const [turn, setTurn] = useState(0);
    useEffect(() => {
      if (known !== null) return undefined;
      let wanted = true;
      load().then(
        (part) => {
          known = part;
          if (wanted) setLoaded({ part });
        },
        () => {
          if (wanted) setLoaded({ part: 'failed' });
        },
      );
      return () => {
        wanted = false;
      };
    }, [turn]);
    const { part } = loaded;
    if (part === null) return <Waiting {...props} />;
    if (part !== 'failed') {
      const Part = part;
      return <Part {...props} />;
    }
    return (
      <p class="quiet">
        This part did not load.{' '}
        <button
          type="button"
          class="link-button"
          onClick={() => {
            setLoaded({ part: null });
            setTurn(turn + 1);
          }}
        >
          Try again
        </button>
      </p>
    );
  };
}
