/** What the script-tag bundle uses of React, from Preact: the rest, such as `Suspense`, is left out of it. */
import { useCallback, useDebugValue, useSyncExternalStore } from 'preact/compat';

export {
  createContext,
  createElement,
  Fragment,
  forwardRef,
  memo,
  useCallback,
  useContext,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
} from 'preact/compat';

// zustand reads its hooks off the default export, and Preact's own one holds everything.
export default { useCallback, useDebugValue, useSyncExternalStore };
