/** A built page or one of its parts. */
export interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/** The built panel pages. */
export interface PageFiles {
  /** `path` has no leading slash; undefined where there is no such file inside the folder. */
  read(path: string): Promise<PageFile | undefined>;
}
