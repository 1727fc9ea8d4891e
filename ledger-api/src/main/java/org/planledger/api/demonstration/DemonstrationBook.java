package org.planledger.api.demonstration;

/// The demonstration book: seventy-six plans of many models in many regions, at every stage that a
/// plan can be at. Its calendar ends with October 2026; nothing in it is drawn by chance, so every
/// ledger has the same book, plan by plan and day by day.
final class DemonstrationBook {

  private DemonstrationBook() {}

  /// Tells the whole book, always in the same order.
  static void tell(Clerk clerk) {
    RepairStories.tell(clerk);
    SellingStories.tell(clerk);
    LossStories.tell(clerk);
    ExpressStories.tell(clerk);
    ServiceStories.tell(clerk);
    EndingStories.tell(clerk);
  }
}
