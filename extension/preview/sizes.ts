export interface PanelSize {
  readonly name: string;
  /** Null: as large as its zone. */
  readonly box: { readonly width: number; readonly height: number } | null;
}

/** Sizes a dashboard author may give the panel's zone. */
export const PANEL_SIZES: readonly PanelSize[] = [
  { name: 'Zone', box: null },
  ...[
    [160, 120],
    [300, 120],
    [320, 200],
    [320, 520],
    [520, 290],
    [720, 290],
    [720, 480],
    [1280, 360],
  ].map(([width = 0, height = 0]) => ({
    name: `${width} × ${height}`,
    box: { width, height },
  })),
];
