import { roleName, visibilityText } from '../visibility/audience.js';
import { described, problem, value, type Column } from './columns.js';
import { say } from './message.js';

const everybody = /^(?:public|公开)$/i;

const expected = say(
  '"public", or roles of lower-case letters, digits and "-", such as province-zj; several are separated by ";"',
  '“公开”，或由小写字母、数字和“-”组成的角色，如 province-zj；多个用“;”分隔',
);

/** Who may see a data set, as its row in the database has it. */
export const visibilityColumn: Column<string> = described(
  'Who may see the data set: everybody, or who has a key with one of these roles; `public` when left out',
  {
    expected,
    parse: (cell) => {
      const roles = cell
        .split(/[;；、\n]/)
        .map((role) => role.trim())
        .filter((role) => role !== '');
      if (roles.length === 0 || (roles.length === 1 && everybody.test(cell.trim()))) {
        return value('');
      }
      return roles.every((role) => roleName.test(role) && !everybody.test(role))
        ? value(visibilityText(roles))
        : problem(cell, expected);
    },
  },
);
