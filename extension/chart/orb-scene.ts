export interface OrbScene {
  /** 0.3 to 0.7: how far the surface swings. */
  readonly distortion: number;
  /** 1 to 2: how fast. */
  readonly speed: number;
  /** `#cfae70`, asked again now and then: themes change. */
  readonly color: () => string;
}

const CORNERS = `attribute vec2 corner;
varying vec2 at;
void main() {
  at = corner;
  gl_Position = vec4(corner, 0.0, 1.0);
}`;

// A ball in soft light from the upper left. Slow swells run over it: they lift its outline and bend its light.
const SURFACE = `precision highp float;
varying vec2 at;
uniform float time;
uniform float distortion;
uniform vec3 color;
float swell(vec3 p) {
  return sin(p.x * 2.6 + time + sin(p.y * 2.0 - time * 0.6))
    + sin(p.y * 2.9 - time * 0.8 + sin(p.z * 2.3 + time * 0.5))
    + sin(p.z * 2.4 + time * 0.7 + sin(p.x * 2.7 - time * 0.4));
}
void main() {
  float away = length(at);
  vec3 edge = vec3(at / max(away, 0.001), 0.0);
  float radius = 0.84 + 0.075 * distortion * swell(edge);
  vec2 flat_ = at / radius;
  float inside = 1.0 - smoothstep(radius - 0.018, radius, away);
  vec3 p = vec3(flat_, sqrt(max(1.0 - dot(flat_, flat_), 0.0)));
  float here = swell(p);
  vec3 slope = vec3(
    swell(p + vec3(0.02, 0.0, 0.0)) - here,
    swell(p + vec3(0.0, 0.02, 0.0)) - here,
    swell(p + vec3(0.0, 0.0, 0.02)) - here) / 0.02;
  vec3 normal = normalize(p - 0.16 * distortion * (slope - dot(slope, p) * p));
  vec3 light = normalize(vec3(-0.45, 0.65, 0.75));
  float lit = 0.5 + 0.5 * dot(normal, light);
  vec3 tone = mix(color * 0.52, color, smoothstep(0.12, 0.62, lit));
  tone = mix(tone, mix(color, vec3(1.0), 0.62), smoothstep(0.58, 1.0, lit));
  float gleam = pow(max(dot(normal, normalize(light + vec3(0.0, 0.0, 1.0))), 0.0), 42.0);
  tone += 0.22 * gleam;
  gl_FragColor = vec4(tone * inside, inside);
}`;

/** Frames between two looks at the color. */
const LOOK_AGAIN = 30;
/** Of real time: breath, not boil. */
const PACE = 0.00045;

/** Draws frame after frame; returns how to stop. Nothing where the browser cannot. */
export function playOrb(context: WebGLRenderingContext, scene: OrbScene): () => void {
  const program = link(context);
  if (program === null) return () => {};
  context.bindBuffer(context.ARRAY_BUFFER, context.createBuffer());
  const corners = new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]);
  context.bufferData(context.ARRAY_BUFFER, corners, context.STATIC_DRAW);
  const corner = context.getAttribLocation(program, 'corner');
  context.enableVertexAttribArray(corner);
  context.vertexAttribPointer(corner, 2, context.FLOAT, false, 0, 0);
  context.uniform1f(context.getUniformLocation(program, 'distortion'), scene.distortion);
  const time = context.getUniformLocation(program, 'time');
  const color = context.getUniformLocation(program, 'color');
  let frames = 0;
  let asked = 0;
  const draw = (now: number): void => {
    if (frames % LOOK_AGAIN === 0) context.uniform3f(color, ...channels(scene.color()));
    // Every other frame: at this pace nobody sees the difference, and the processor does.
    if (frames % 2 === 0) {
      context.uniform1f(time, now * PACE * scene.speed);
      context.drawArrays(context.TRIANGLE_STRIP, 0, 4);
    }
    frames += 1;
    asked = requestAnimationFrame(draw);
  };
  asked = requestAnimationFrame(draw);
  return () => cancelAnimationFrame(asked);
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
function channels(text: string): readonly [number, number, number] {
  const hex = /^#([0-9a-f]{6})$/i.exec(text.trim())?.[1] ?? '808080';
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}
