package org.planledger.core.terms;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;

/// A country or region where plans are sold and served.
///
/// @param code its ISO code
/// @param name its English name
/// @param zone the zone in which its days are counted; where it has several, the westernmost, so
///     that a period never ends before the customer's own midnight
/// @param currency what fees are quoted in there
/// @param safeFlightAfterOfficialWarranty whether the Europe and UK rule of clause 2.1 delays the
///     reward of a 1-year plan until the official warranty is over
/// @param coverageGroup regions of one group count as one region for purchase, service and
///     shipping; by default each stands alone
/// @param channels how a repair case can be served there
/// @param centres the official and authorised centres there, by the id under which a request names
///     them; empty where the edition lists none, and then a centre is not tested
public record Region(
    RegionCode code,
    String name,
    ZoneId zone,
    Currency currency,
    boolean safeFlightAfterOfficialWarranty,
    String coverageGroup,
    Set<Channel> channels,
    Set<String> centres) {

  public Region {
    channels = Ordered.set(channels);
    centres = Ordered.set(centres);
  }
}
