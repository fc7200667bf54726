import type { JSX } from 'preact';
import type { BodyProps } from './body.tsx';

/** What raises the risk of those at risk, the most first. */
export function Drivers({ data, format }: BodyProps): JSX.Element {
  const drivers = data.drivers.filter((driver) => driver.points > 0);
  const most = Math.max(...drivers.map((driver) => driver.share), 0.01);
  return (
    <section class="drivers-part" aria-labelledby="drivers-title">
      <h2 id="drivers-title">What drives risk here</h2>
      {drivers.length === 0 ? (
        <p class="quiet">Nothing stands out.</p>
      ) : (
        <ol class="drivers">
          {drivers.map(({ feature, label, share, text }) => (
            <li key={feature} class="driver">
              <span class="driver-name">{label}</span>
              <span class="driver-bar">
                <i style={{ width: `${(share / most) * 100}%` }} />
              </span>
              <span class="number">{format.weight(share)}</span>
              <span class="driver-text caption">{text}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
