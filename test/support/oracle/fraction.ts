/** An exact rational number; the bottom is always positive. */
export class Fraction {
  static readonly zero = new Fraction(0n, 1n);
  static readonly one = new Fraction(1n, 1n);

  private constructor(
    readonly top: bigint,
    readonly bottom: bigint,
  ) {}

  static of(top: bigint | number, bottom: bigint | number = 1n): Fraction {
    const [t, b] = [BigInt(top), BigInt(bottom)];
    if (b === 0n) throw new Error('division by zero');
    return b < 0n ? new Fraction(-t, -b) : new Fraction(t, b);
  }

  static sum(parts: readonly Fraction[]): Fraction {
    return parts.reduce((total, part) => total.plus(part), Fraction.zero);
  }

  plus(other: Fraction): Fraction {
    if (this.bottom === other.bottom) return new Fraction(this.top + other.top, this.bottom);
    return new Fraction(
      this.top * other.bottom + other.top * this.bottom,
      this.bottom * other.bottom,
    );
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.top, other.bottom));
  }

  times(other: Fraction | number): Fraction {
    const factor = typeof other === 'number' ? Fraction.of(other) : other;
    return new Fraction(this.top * factor.top, this.bottom * factor.bottom);
  }

  over(other: Fraction | number): Fraction {
    const divisor = typeof other === 'number' ? Fraction.of(other) : other;
    return Fraction.of(this.top * divisor.bottom, this.bottom * divisor.top);
  }

  isAbove(other: Fraction | number): boolean {
    const limit = typeof other === 'number' ? Fraction.of(other) : other;
    return this.top * limit.bottom > limit.top * this.bottom;
  }

  clip(low: number, high: number): Fraction {
    if (!this.isAbove(low)) return Fraction.of(low);
    return this.isAbove(high) ? Fraction.of(high) : this;
  }

  /** Half away from zero, as an integer count of 10^-decimals. */
  scaled(decimals: number): bigint {
    const top = this.top * 10n ** BigInt(decimals);
    const doubled = 2n * (top < 0n ? -top : top) + this.bottom;
    const rounded = doubled / (2n * this.bottom);
    return top < 0n ? -rounded : rounded;
  }
}

/** The specification's round2, in hundredths: to 8 decimals first, then half away from zero. */
export function round2(value: Fraction): bigint {
  return Fraction.of(value.scaled(8), 10n ** 8n).scaled(2);
}

/** Hundredths as a decimal with two places. */
export function formatHundredths(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
