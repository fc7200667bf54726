import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** The size of an element as it is now; null until it is drawn. */
export function useSize(): {
  readonly ref: { current: HTMLDivElement | null };
  readonly size: Box | null;
} {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = (): void =>
      setSize((before) => {
        const { clientWidth: width, clientHeight: height } = element;
        return before?.width === width && before.height === height ? before : { width, height };
      });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return { ref, size };
}
