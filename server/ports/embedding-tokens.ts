/** A token that lets one browser show dashboards for a few minutes. */
export interface EmbeddingToken {
  readonly token: string;
  /** Milliseconds since 1970 UTC. */
  readonly expiresAt: number;
}

/** Vouches to the Tableau site for a viewer. */
export interface EmbeddingTokens {
  /** A new one each time: Tableau takes none twice. */
  mint(): Promise<EmbeddingToken>;
}
