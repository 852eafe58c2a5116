import { klaunch } from '../../../lambda/platforms/klaunch';
import { createAdapter } from '../../support/adapter';

describe('settings', () => {
  it.each([
    ['url', 'klaunch.example/api'],
    ['url', 'ftp://klaunch.example/api'],
    ['url', 'https://me:secret@klaunch.example/api'],
    ['hashtag', '#'],
    ['hashtag', '"#hotel"'],
    ['messagesPerMinute', '0'],
    ['messagesPerMinute', '1.5'],
    ['messagesPerMinute', 'many'],
  ])('%s %s is refused', (name, value) => {
    expect(klaunch.settings[name]?.schema.safeParse(value).success).toBe(false);
  });

  it.each([
    ['url', 'https://klaunch.example/api/?a=1'],
    ['url', 'http://127.0.0.1:8080/'],
    ['hashtag', '#hotel'],
    ['hashtag', 'hôtel 2'],
  ])('%s %s is taken as it is', (name, value) => {
    expect(klaunch.settings[name]?.schema.safeParse(value)).toMatchObject({ success: true, data: value });
  });

  it('has no pace unless one is set', () => {
    const values = { url: 'https://klaunch.example/api', channelID: 'c', token: 't', hashtag: '#hotel' };
    expect(createAdapter('klaunch', values).paceMs).toBeUndefined();
    expect(createAdapter('klaunch', { ...values, messagesPerMinute: 40 }).paceMs).toBe(1500);
  });

  it('may not show the token', () => {
    expect(klaunch.settings.token?.secret).toBe(true);
  });
});
