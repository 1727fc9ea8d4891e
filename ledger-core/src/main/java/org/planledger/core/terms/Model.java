package org.planledger.core.terms;

import java.util.Set;

/// A model of the product catalogue.
///
/// @param code how everything refers to it
/// @param name how people know it
/// @param line the product line whose matrix rows apply to it
/// @param flyaway whether the flyaway replacement is offered for it
/// @param remoteController whether it is flown with a remote controller, so that links matter
/// @param offered the services of the plan offered for it
/// @param international whether it is served outside the region of purchase (clause 2.2)
/// @param parts its own components under their canonical names
/// @param body the component that stands for the device itself: it carries the serial and cannot
///     be paid for when it is missing
public record Model(
    ModelCode code,
    String name,
    String line,
    boolean flyaway,
    boolean remoteController,
    Set<Service> offered,
    boolean international,
    Set<Part> parts,
    Part body) {

  public Model {
    offered = Ordered.set(offered);
    parts = Ordered.set(parts);
    if (!parts.contains(body)) {
      throw new IllegalArgumentException(
          code.code() + " has no part " + body.code() + " that could be its body");
    }
  }
}
