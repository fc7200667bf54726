import { readOutsideAddress } from './outside-address.ts';
import type { SettingReader } from './setting-reader.ts';

/** The writing model, if one is set up. */
export interface WritingModel {
  readonly apiKey: string;
  readonly baseUrl: string | undefined;
  readonly model: string;
  /** Calls a day. */
  readonly dailyBudget: number;
}

const MODEL = 'gpt-4.1-mini';
const BUDGET = 50;

/** OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL and OPENAI_DAILY_BUDGET; undefined without a key. */
export function readWritingModel(settings: SettingReader): WritingModel | undefined {
  const apiKey = settings.text('OPENAI_API_KEY');
  const baseUrl = readOutsideAddress(settings, 'OPENAI_BASE_URL')?.href;
  const dailyBudget = settings.wholeNumber('OPENAI_DAILY_BUDGET', { least: 0, most: 100_000 });
  const model = settings.text('OPENAI_MODEL') ?? MODEL;
  return apiKey === undefined
    ? undefined
    : { apiKey, baseUrl, model, dailyBudget: dailyBudget ?? BUDGET };
}
