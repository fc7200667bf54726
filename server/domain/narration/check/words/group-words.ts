import { wordSet } from './word-set.ts';

/** Nouns that only count as words of their own where they stand with a small letter. */
export const ORDINARY_NAMES: ReadonlySet<string> = wordSet(
  `friend champion supporter explorer gold silver bronze platinum community staff parent faculty family student
  students parents friends champions explorers families anchor commodore`,
);

/** Names of groups that are never ordinary words; refused unless a fact is about them. */
export const GROUP_NAMES: ReadonlySet<string> =
  wordSet(`football basketball baseball softball soccer golf tennis
  volleyball swimming diving track rowing lacrosse hockey bowling wrestling gymnastics cricket rugby athletics
  marketing finance alumni alumnus alumna`);
