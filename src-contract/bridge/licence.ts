/** The licence of something that the program is made of. */
export interface Licence {
  /** The package's name. */
  readonly name: string;
  readonly version: string;
  /** By its SPDX identifier. */
  readonly licence: string;
  /** The licence's wording, with notices that have to go with it. */
  readonly text: string;
}
