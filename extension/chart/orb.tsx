import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { orbLook } from './orb-look.ts';

export interface OrbProps {
  readonly score: number;
  /** Where a score changes its tier, lowest first. */
  readonly edges: readonly number[];
}

/** An orb that swings as a score does: an ornament, so it says nothing aloud, and where it cannot be drawn it is not. */
export function Orb({ score, edges }: OrbProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { distortion, speed, hue } = orbLook(score, edges);
  useEffect(() => {
    const surface = canvas.current;
    const context = surface?.getContext('webgl', { alpha: true, antialias: true }) ?? null;
    if (surface === null || context === null) return undefined;
    const color = colorOf(getComputedStyle(surface).getPropertyValue(`--${hue}`));
    return play(context, { distortion, speed, color });
  }, [distortion, speed, hue]);
  return (
    <span class="orb" aria-hidden="true">
      <canvas ref={canvas} width="128" height="128" />
    </span>
  );
}

interface Scene {
  readonly distortion: number;
  readonly speed: number;
  readonly color: readonly [number, number, number];
}

const CORNERS = `attribute vec2 corner;
varying vec2 at;
void main() {
  at = corner;
  gl_Position = vec4(corner, 0.0, 1.0);
}`;

const SURFACE = `precision mediump float;
varying vec2 at;
uniform float time;
uniform float distortion;
uniform vec3 color;
float wave(vec2 p) {
  return sin(p.x * 5.0 + time * 1.3) * cos(p.y * 4.0 - time) + 0.5 * sin((p.x + p.y) * 7.0 + time * 1.7);
}
void main() {
  float turn = atan(at.y, at.x);
  float radius = 0.78 + distortion * 0.08 * (sin(turn * 3.0 + time) + 0.5 * sin(turn * 5.0 - time * 1.4));
  float away = length(at);
  float inside = smoothstep(radius, radius - 0.03, away);
  float height = sqrt(max(radius * radius - away * away, 0.0));
  vec3 normal = normalize(vec3(at, height) + distortion * 0.18 * vec3(wave(at), wave(at.yx), 0.0));
  float light = 0.4 + 0.6 * max(dot(normal, normalize(vec3(-0.4, 0.6, 0.8))), 0.0);
  gl_FragColor = vec4(color * light, 1.0) * inside;
}`;

/** Draws frame after frame; returns how to stop. Nothing where the browser cannot. */
function play(context: WebGLRenderingContext, { distortion, speed, color }: Scene): () => void {
  const program = link(context);
  if (program === null) return () => {};
  context.bindBuffer(context.ARRAY_BUFFER, context.createBuffer());
  const corners = new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]);
  context.bufferData(context.ARRAY_BUFFER, corners, context.STATIC_DRAW);
  const corner = context.getAttribLocation(program, 'corner');
  context.enableVertexAttribArray(corner);
  context.vertexAttribPointer(corner, 2, context.FLOAT, false, 0, 0);
  context.uniform1f(context.getUniformLocation(program, 'distortion'), distortion);
  context.uniform3f(context.getUniformLocation(program, 'color'), ...color);
  const time = context.getUniformLocation(program, 'time');
  let frame = 0;
  const draw = (now: number): void => {
    context.uniform1f(time, (now / 1000) * speed);
    context.drawArrays(context.TRIANGLE_STRIP, 0, 4);
    frame = requestAnimationFrame(draw);
  };
  frame = requestAnimationFrame(draw);
  return () => cancelAnimationFrame(frame);
}

function link(context: WebGLRenderingContext): WebGLProgram | null {
  const program = context.createProgram();
  for (const [kind, source] of [
    [context.VERTEX_SHADER, CORNERS],
    [context.FRAGMENT_SHADER, SURFACE],
  ] as const) {
    const shader = context.createShader(kind);
    if (shader === null) return null;
    context.shaderSource(shader, source);
    context.compileShader(shader);
    context.attachShader(program, shader);
  }
  context.linkProgram(program);
  if (context.getProgramParameter(program, context.LINK_STATUS) !== true) return null;
  context.useProgram(program);
  return program;
}

/** `#cfae70` as three numbers up to 1; grey where it is written otherwise. */
function colorOf(text: string): readonly [number, number, number] {
  const hex = /^#([0-9a-f]{6})$/i.exec(text.trim())?.[1] ?? '808080';
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}
