/** Whether the site shows what is not public yet: in `npm run dev` and in preview builds. */
declare const __PREVIEW__: boolean

/** What the server tells the pages that are made on request. */
declare namespace App {
  interface Locals {
    form?: import('./requests/form-view.ts').FormView
    confirmation?: import('./requests/form-view.ts').ConfirmationView
  }
}
