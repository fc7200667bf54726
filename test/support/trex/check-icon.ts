const SIGNATURE = '89504e470d0a1a0a';
const SIDE = 70;

/** What is wrong with an icon: it has to be a PNG of 70 by 70 pixels in base64. */
export function checkIcon(base64: string): string[] {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return ['the icon is not base64'];
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.subarray(0, 8).toString('hex') !== SIGNATURE) return ['the icon is no PNG'];
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return width === SIDE && height === SIDE ? [] : [`the icon is ${width} x ${height}, not 70 x 70`];
}
