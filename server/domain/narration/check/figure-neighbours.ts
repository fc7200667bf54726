const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that bend the figure right behind them. */
export const BENDING: ReadonlySet<string> =
  setOf(`about around nearly almost roughly approximately over under
  above below some close exceeding beyond than least most topping surpassing past towards toward near only-up
  from versus-about`);

/** Words that may follow a figure; any other noun there would be a thing that was never counted. */
export const AFTER_FIGURES: ReadonlySet<string> = new Set(
  `of in across for to at on from over during within among and or but while with as is are was were has have
  had who which that remain remains remained stand stands stood now currently today overall total combined
  against versus compared than make makes made need needs sit sits sat ahead after since this these it they
  up down higher lower more fewer less better worse unchanged today altogether each before anyone between
  where when whose so then also here there still out respectively around behind deserve deserves come comes
  call calls contact counted averaged average averages rose fell grew dropped climbed declined increased
  decreased slipped gained by holding keeping leaving putting making taking bringing the a our its their those
  count counts show shows too took takes brought brings left leaves again instead well making`
    .trim()
    .split(/\s+/),
);
