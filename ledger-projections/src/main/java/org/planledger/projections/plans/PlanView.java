package org.planledger.projections.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.planledger.core.plan.PlanStatus;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.Window;

/// A plan in the list of plans.
///
/// @param status what the plan was, is or will be on the day that was asked for
/// @param edition the terms it runs under now
/// @param window the days of its services
/// @param deviceId the device it covers now
/// @param model the model of that device
/// @param boundAt since when it covers that device
/// @param openCases how many of its cases are not closed
/// @param productReturnedOn the day on which the product was returned to the shop
/// @param exitRequestedAt when the customer asked to leave the plan, confirmed or not
/// @param endedAt when the plan was returned or left; none for one that runs to its end
/// @param position the position of the last event that changed any of this
public record PlanView(
    PlanId planId,
    PlanStatus status,
    PlanType planType,
    RegionCode region,
    ZoneId zone,
    Edition edition,
    Window window,
    Instant purchasedAt,
    Optional<DeviceId> deviceId,
    Optional<ModelCode> model,
    Optional<Instant> boundAt,
    int openCases,
    Optional<LocalDate> productReturnedOn,
    Optional<Instant> exitRequestedAt,
    Optional<Instant> endedAt,
    long position) {}
