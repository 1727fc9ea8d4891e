package org.planledger.api.plans;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.planledger.api.web.Paging;
import org.planledger.core.axon.Attempt;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.reference.PlanId;

/// Every decision on a plan in the order of their numbers. A plan has tens of them.
record PlanDecisions(List<Attempt> all, Map<Key, Attempt> byKey) {

  /// What an event says of the command it follows from.
  record Key(String client, String idempotencyKey) {}

  static PlanDecisions of(PlanLedger ledger, PlanId id) {
    var all = new ArrayList<Attempt>();
    for (long after = 0; ; ) {
      var page = ledger.attempts(id, after, Paging.MAX_ROWS);
      all.addAll(page);
      if (page.size() < Paging.MAX_ROWS) {
        var byKey = new HashMap<Key, Attempt>();
        all.forEach(a -> byKey.put(new Key(a.client(), a.idempotencyKey()), a));
        return new PlanDecisions(List.copyOf(all), byKey);
      }
      after = page.getLast().number();
    }
  }

  /// The decision that an event follows from.
  @Nullable Attempt behind(RecordedEvent<?> event) {
    return byKey.get(new Key(event.client(), event.idempotencyKey()));
  }
}
