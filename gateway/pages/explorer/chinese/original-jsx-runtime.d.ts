declare module 'original-jsx-runtime' {
  export * from 'react/jsx-runtime';
}
