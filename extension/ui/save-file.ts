/** Hands the viewer a file, as a download. */
export function saveFile(page: Document, file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = page.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has the blob by then; the address would hold it for ever.
  page.defaultView?.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
