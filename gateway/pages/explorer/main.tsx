import 'graphiql/setup-workers/vite';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './explorer.css';
import './panels.css';
import './plan/plan.css';

import { createRoot } from 'react-dom/client';

import { windowTitle } from '../../../platform/page-names.js';
import { Explorer } from './explorer.js';
import { firstQuery } from './first-query.js';
import { language, say } from './words.js';

document.documentElement.lang = language === 'EN' ? 'en' : 'zh-CN';
document.title = windowTitle(say('title'));
// A link to another query, opened in the same tab.
addEventListener('hashchange', () => {
  location.reload();
});
const root = document.getElementById('explorer');
const first = await firstQuery();
if (root) {
  createRoot(root).render(<Explorer first={first} />);
}
