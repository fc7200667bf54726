import { expect, it } from 'vitest';
import { askedLocale } from '../../extension/models/asked-locale.ts';

it('is the dashboard’s, as the service writes it, else the browser’s', () => {
  expect(askedLocale({ locale: 'de_DE' }, 'en-US')).toBe('de-DE');
  expect(askedLocale({ locale: 'zh_Hans_CN' }, 'en-US')).toBe('zh-Hans-CN');
  expect(askedLocale({ locale: null }, 'en-US')).toBe('en-US');
});
