/** How long things take to move, in milliseconds; all zero where the viewer asked for reduced motion. */
export interface Motion {
  readonly growMs: number;
  readonly stepMs: number;
  readonly glideMs: number;
}

/** Reads the durations from the tokens, which know about reduced motion. */
export function readMotion(styles: CSSStyleDeclaration): Motion {
  return {
    growMs: milliseconds(styles.getPropertyValue('--d-ring')),
    stepMs: milliseconds(styles.getPropertyValue('--d-ring-step')),
    glideMs: milliseconds(styles.getPropertyValue('--d-2')),
  };
}

function milliseconds(duration: string): number {
  const value = Number.parseFloat(duration);
  if (Number.isNaN(value)) return 0;
  return duration.trim().endsWith('ms') ? value : value * 1000;
}
