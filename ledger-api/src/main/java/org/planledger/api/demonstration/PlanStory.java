package org.planledger.api.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.RecordLink;
import org.planledger.core.plan.PlanCommand.RecordUnlink;
import org.planledger.core.plan.PlanCommand.RequestExit;
import org.planledger.core.plan.PlanCommand.ReturnPlan;
import org.planledger.core.plan.PlanCommand.UpgradeTerms;
import org.planledger.core.plan.SalesChannel;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.Region;
import org.planledger.core.terms.RegionCode;

/// The life of one plan of the book, told step by step. Each step is one command, and happens an
/// hour after the one before unless the story says otherwise.
final class PlanStory {

  private static final LocalTime OPENING = LocalTime.of(9, 0);

  private final Clerk clerk;
  private final int number;
  private final ModelCode model;
  private final Region region;
  private final PlanType type;

  private ZonedDateTime now;
  private int steps;
  private int cases;
  private int devices = 1;
  private List<RefusalCode> expected = List.of();

  private PlanStory(
      Clerk clerk, int number, String model, String region, PlanType type, String effectiveOn) {
    this.clerk = clerk;
    this.number = number;
    this.model = new ModelCode(model);
    this.region = clerk.terms().region(new RegionCode(region)).orElseThrow();
    this.type = type;
    this.now = LocalDate.parse(effectiveOn).atTime(OPENING).atZone(this.region.zone());
  }

  /// A plan is sold, on the day on which its cover begins.
  static PlanStory sold(
      Clerk clerk, int number, String model, String region, PlanType type, String effectiveOn) {
    var story = new PlanStory(clerk, number, model, region, type, effectiveOn);
    Sheet sheet = story.sheet();
    return story.tell(sheet, new PlanForms(story).sale(sheet));
  }

  /// The id of a plan in the book, the same in every ledger.
  static PlanId id(int number) {
    return PlanId.of("0190d3a0-0000-7000-8000-%012d".formatted(number));
  }

  /// The device is bound that the plan was bought for.
  PlanStory bound() {
    return bound(SalesChannel.OFFICIAL, region.code().code());
  }

  /// The same for a device that was bought from somebody, somewhere.
  PlanStory bound(SalesChannel channel, String productRegion) {
    Sheet sheet = sheet();
    return tell(sheet, new PlanForms(this).binding(sheet, channel, productRegion));
  }

  /// The device that was bound is not the one that was sold; the right one takes its place.
  PlanStory corrected() {
    Sheet sheet = sheet();
    tell(sheet, new PlanForms(this).correction(sheet));
    replaced();
    return this;
  }

  PlanStory productReturned() {
    Sheet sheet = sheet();
    return tell(sheet, new PlanForms(this).productReturn(sheet));
  }

  PlanStory returned() {
    return tell(sheet(), new ReturnPlan(id(), at()));
  }

  PlanStory exitRequested() {
    return tell(sheet(), new RequestExit(id(), at()));
  }

  PlanStory exited() {
    return tell(sheet(), new PlanForms(this).exit());
  }

  PlanStory upgradedTo(String edition) {
    return tell(sheet(), new UpgradeTerms(id(), at(), new Edition(edition)));
  }

  /// Account and controller are linked to the device.
  PlanStory linked() {
    return linked(LinkKind.ACCOUNT).linked(LinkKind.CONTROLLER);
  }

  PlanStory linked(LinkKind kind) {
    Sheet sheet = sheet();
    String reference = kind == LinkKind.ACCOUNT ? account() : "controller of plan " + number;
    return tell(
        sheet, new RecordLink(id(), kind, sheet.commitment("link.reference", reference), at()));
  }

  /// The link that was told last was one of the other kind.
  PlanStory linkCorrected(LinkKind right) {
    Sheet sheet = sheet();
    return tell(sheet, new PlanForms(this).linkCorrection(sheet, right));
  }

  PlanStory unlinked(LinkKind kind) {
    return tell(sheet(), new RecordUnlink(id(), kind, at()));
  }

  /// The story goes on at the opening hour of a day.
  PlanStory on(String day) {
    now = LocalDate.parse(day).atTime(OPENING).atZone(region.zone());
    return this;
  }

  /// The story goes on some days later.
  PlanStory later(int days) {
    now = now.plusDays(days);
    return this;
  }

  /// The next command is refused, on these grounds and no others.
  PlanStory refused(RefusalCode... grounds) {
    expected = List.of(grounds);
    return this;
  }

  /// The device is to be repaired, and is sent in for it.
  CaseStory repair() {
    return repairIn(region.code().code());
  }

  /// The same in another region than the plan's.
  CaseStory repairIn(String otherRegion) {
    return new CaseStory(this, ++cases, CaseType.REPAIR, Channel.ONLINE_REPAIR, otherRegion);
  }

  /// The device is to be replaced by express, its fee paid at once.
  CaseStory express() {
    return new CaseStory(this, ++cases, CaseType.REPAIR, Channel.EXPRESS, region.code().code());
  }

  /// The device is to be maintained.
  CaseStory maintenance() {
    return new CaseStory(
        this, ++cases, CaseType.MAINTENANCE, Channel.ONLINE_REPAIR, region.code().code());
  }

  /// The aircraft is lost.
  CaseStory flyaway() {
    return new CaseStory(
        this, ++cases, CaseType.FLYAWAY, Channel.ONLINE_REPAIR, region.code().code());
  }

  /// One step: the command goes to the ledger, and the hour passes.
  PlanStory tell(Sheet sheet, PlanCommand command) {
    String place = "demonstration plan %03d step %03d".formatted(number, ++steps);
    clerk.submit(place, command, actor(), sheet, expected);
    expected = List.of();
    now = now.plusHours(1);
    return this;
  }

  /// Who enters the story.
  String actor() {
    return "clerk-" + region.code().code();
  }

  /// Who agrees where two persons have to.
  String manager() {
    return "manager-" + region.code().code();
  }

  Clerk clerk() {
    return clerk;
  }

  PlanId id() {
    return id(number);
  }

  int number() {
    return number;
  }

  ModelCode model() {
    return model;
  }

  Region region() {
    return region;
  }

  PlanType type() {
    return type;
  }

  Instant at() {
    return now.toInstant();
  }

  Plan plan() {
    return clerk.plan(id());
  }

  Sheet sheet() {
    return clerk.sheet(id());
  }

  String account() {
    return "customer-%03d".formatted(number);
  }

  /// The serial of the device that the plan covers now.
  String serial() {
    return serial(devices);
  }

  /// The serial of the device that is to take its place.
  String nextSerial() {
    return serial(devices + 1);
  }

  /// That device has taken it.
  void replaced() {
    devices++;
  }

  private String serial(int device) {
    return "1581FPL%03dD%02d".formatted(number, device);
  }
}
