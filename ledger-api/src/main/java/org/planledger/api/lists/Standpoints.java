package org.planledger.api.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.planledger.api.moment.Asked;
import org.planledger.api.moment.Moments;
import org.planledger.api.moment.Past;
import org.planledger.api.web.Paging;
import org.planledger.projections.page.AsOf;
import org.planledger.projections.page.ViewPosition;
import org.springframework.stereotype.Component;

/// Finds out of when a list is asked to tell, and waits until its view can.
@Component
public final class Standpoints {
  private final Moments moments;

  /// Of when a list tells.
  public record Standpoint(Optional<Past> past, Instant at) {

    public AsOf asOf() {
      return past.map(point -> AsOf.position(point.position())).orElseGet(AsOf::now);
    }

    /// The page that is asked for: all pages of the past are of one position.
    Paging paging(Paging asked) {
      return past.map(point -> asked.at(point.position())).orElse(asked);
    }

    public LocalDate day() {
      return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
  }

  Standpoints(Moments moments) {
    this.moments = moments;
  }

  public Standpoint of(Asked asked, ViewPosition view, Optional<Long> minPosition) {
    var past = moments.past(asked);
    Views.await(view, minPosition);
    Views.await(view, past.map(Past::position));
    return new Standpoint(past, past.map(Past::at).orElseGet(moments::now));
  }
}
