import type { Municipality, PublicText, Text } from '../schema.ts';

/** What the common texts say differently in each municipality. */
export interface InformationFacts {
  /** The coordinating unit as it stands inside a sentence. */
  readonly unit: PublicText;
  /** Where a form on paper is sent, in one line. */
  readonly paperAddress: string;
  readonly governor: Text;
  readonly ombudsman: Text;
  readonly ombudsmanWeb: string;
  readonly planTool: Municipality['planTool'];
}
