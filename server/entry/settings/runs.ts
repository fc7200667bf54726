import { isCronPattern } from '../../adapters/system/cron-schedule.ts';
import { readOutsideAddress } from './outside-address.ts';
import type { SettingReader } from './setting-reader.ts';

/** When and how runs go by themselves. */
export interface RunSettings {
  /** Cron in TIMEZONE; undefined: runs are started by hand. */
  readonly schedule: string | undefined;
  readonly stageRetries: number;
  readonly stageRetryMs: number;
  /** Told of runs that fail or are refused. */
  readonly alertWebhookUrl: string | undefined;
}

function readSchedule(settings: SettingReader): string | undefined {
  const text = settings.text('SCHEDULE') ?? '0 2 * * *';
  if (text === 'off') return undefined;
  if (!isCronPattern(text)) {
    settings.refuse('SCHEDULE', 'is no schedule', 'five fields of cron such as 0 2 * * *, or off');
  }
  return text;
}

/** SCHEDULE, STAGE_RETRIES, STAGE_RETRY_SECONDS and ALERT_WEBHOOK_URL. */
export function readRunSettings(settings: SettingReader): RunSettings {
  const seconds = settings.wholeNumber('STAGE_RETRY_SECONDS', { least: 0, most: 86_400 }) ?? 300;
  return {
    schedule: readSchedule(settings),
    stageRetries: settings.wholeNumber('STAGE_RETRIES', { least: 0, most: 10 }) ?? 2,
    stageRetryMs: seconds * 1000,
    alertWebhookUrl: readOutsideAddress(settings, 'ALERT_WEBHOOK_URL')?.href,
  };
}
