import { checkLanding } from '../check-landing.ts';
import type { RunStep } from './run-step.ts';

/** Judges what was loaded before anything is made of it. */
export const loadStep: RunStep = { name: 'load', run: ({ deps }) => checkLanding(deps) };
