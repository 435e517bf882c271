import { kent } from '$lib/county/kent';
import { openWorkspaceInBrowser } from '$lib/workspace/workspace_in_browser';
import { askCatalogue, type AskedCatalogue } from './ask_catalogue';

/** Loads the files chosen in the page's one input and asks the whole catalogue of them. */
async function run(): Promise<AskedCatalogue> {
  const { workspace, started } = await openWorkspaceInBrowser({
    districtCodes: kent.districts.map((district) => district.code),
    onEngineState: () => {},
  });
  await started;
  await workspace.load([...(document.querySelector('input')?.files ?? [])]);
  return askCatalogue(workspace);
}

Object.assign(globalThis, { askCatalogueOfFiles: run });
