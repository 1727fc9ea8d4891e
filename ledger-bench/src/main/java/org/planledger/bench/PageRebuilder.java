package org.planledger.bench;

import java.util.Map;
import javax.sql.DataSource;
import org.planledger.core.axon.LedgerShell;
import org.planledger.core.json.TermsFile;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.StoreSettings;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.terms.TermsBook;
import org.planledger.projections.processing.Rebuild;

/// Ours: page by page, with the handlers of the live view.
final class PageRebuilder implements Rebuilder {

  private final LedgerStore store;
  private final LedgerShell shell;
  private final Rebuild rebuild;

  PageRebuilder(LedgerDatabase database, DataSource pool, String table) {
    this.store =
        LedgerStore.open(pool, database.owner(), StoreSettings.defaults(database.vendor()));
    this.shell =
        LedgerShell.configure(store, new TermsBook(TermsFile.released(), Map.of())).start();
    this.rebuild =
        new Rebuild(
            new ActivityView(table),
            store.events(),
            shell.decoder(),
            pool,
            Rebuild.MAX_PAGE_EVENTS);
  }

  @Override
  public void rebuild() {
    rebuild.run(_ -> {});
  }

  @Override
  public void close() {
    shell.close();
    store.close();
  }
}
