import { connect } from 'node:net';

connect({ host: 'outside.invalid', port: 80 });
