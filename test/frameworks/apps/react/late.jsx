import {Suspense, use} from 'react';
import {App} from './App.jsx';

function Late({ready, ...props}) {
  use(ready);
  return <App {...props} />;
}

/** The app, behind what shows until it is ready. */
export const LateApp = (props) => (
  <Suspense fallback={<p>Later</p>}>
    <Late {...props} />
  </Suspense>
);
