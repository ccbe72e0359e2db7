import { listedType } from '../../../vocabulary/record/listed-type.js';
import { Programme } from './programme.entity.js';

export const programmeType = listedType('Programme', Programme);
