import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface PopoverProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Something that floats above a panel: takes the focus, and goes at Escape or a press beside it. */
export function Popover({ label, onClose, children }: PopoverProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    const onDown = (event: Event): void => {
      const at = event.target;
      const opener = box.current?.parentElement;
      if (at instanceof Node && opener?.contains(at) !== true) onClose();
    };
    addEventListener('pointerdown', onDown);
    return () => {
      removeEventListener('pointerdown', onDown);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div
      class="popover"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {children}
    </div>
  );
}
