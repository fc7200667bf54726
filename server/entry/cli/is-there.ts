import { access } from 'node:fs/promises';

/** Whether there is a file or a folder of that name that this user may look at. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
