import { SFNClient } from '@aws-sdk/client-sfn';
import { once } from '../once.ts';
import { patience } from './patience.ts';

/** Step Functions: callbacks, starts and looks. */
export const stepFunctionsClient = once(() => new SFNClient(patience));
