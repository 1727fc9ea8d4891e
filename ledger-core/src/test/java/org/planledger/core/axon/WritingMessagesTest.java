package org.planledger.core.axon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import org.planledger.core.axon.testing.Commands;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.json.StoredJsonException;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.LinkRemoved;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.StreamType;
import org.planledger.core.terms.Fee;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.ReplacementMode;
import tools.jackson.databind.node.ObjectNode;

class WritingMessagesTest {

  private static final PlanId PLAN = PlanId.of("0190b6a0-0000-7000-8000-000000000001");
  private static final LinkRemoved EVENT =
      new LinkRemoved(PLAN, Instant.parse("2024-01-01T00:00:00Z"), device(), LinkKind.ACCOUNT);
  private static final String METADATA =
      "{\"actor\":\"a\",\"client\":\"c\",\"idempotencyKey\":\"k\",\"traceparent\":\"t\"}";

  private final LedgerSerializer serializer = new LedgerSerializer();

  @Test
  void an_event_is_written_under_its_short_name_and_in_its_stored_form() {
    var written = serializer.serialize(EVENT, byte[].class);

    assertThat(written.getType()).isEqualTo(new SimpleSerializedType("LinkRemoved", "1"));
    assertThat(written.getData()).isEqualTo(LedgerJson.write(EVENT));
    assertThat(serializer.<byte[], Object>deserialize(written)).isEqualTo(EVENT);
    assertThat(serializer.classForType(written.getType())).isEqualTo(LinkRemoved.class);
  }

  @Test
  void an_event_of_no_known_name_stops_the_reader() {
    var type = new SimpleSerializedType("LinkForgotten", "1");

    assertThat(serializer.classForType(type)).isEqualTo(UnknownSerializedType.class);
    assertThat(serializer.classForType(new SimpleSerializedType("LinkRemoved", "2")))
        .isEqualTo(UnknownSerializedType.class);
    assertThatThrownBy(
            () ->
                serializer.deserialize(
                    new SimpleSerializedObject<>("{}".getBytes(UTF_8), byte[].class, type)))
        .isInstanceOf(StoredJsonException.class);
  }

  @Test
  void a_form_that_is_kept_outside_of_a_stream_is_brought_up_to_date_as_well() {
    var older =
        "{'planId':'%s','at':'2024-01-01T00:00:00Z','caseId':'%s','mode':'DAMAGE','ordinal':1,'fee':{'amount':{'minor':15900,'currency':'USD'},'source':'a tariff','sample':true},'freeAlternativeAcknowledged':false}"
            .formatted(PLAN, PLAN)
            .replace('\'', '"');
    var type = new SimpleSerializedType("ReplacementClaimed", "1");

    assertThat(
            serializer.<byte[], Object>deserialize(
                new SimpleSerializedObject<>(older.getBytes(UTF_8), byte[].class, type)))
        .isEqualTo(
            new ReplacementClaimed(
                PLAN,
                Instant.parse("2024-01-01T00:00:00Z"),
                CaseId.of(PLAN.toString()),
                ReplacementMode.DAMAGE,
                1,
                new Fee(Money.of(15900, "USD"), "a tariff", true),
                false));
  }

  @Test
  void metadata_are_texts_in_the_order_of_their_names() {
    var written = serializer.serialize(MetaData.with("b", "2").and("a", "1"), byte[].class);

    assertThat(new String(written.getData(), UTF_8)).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
    assertThat(serializer.<byte[], Object>deserialize(written))
        .isEqualTo(MetaData.with("a", "1").and("b", "2"));
  }

  @Test
  void metadata_that_are_no_texts_are_refused_when_they_are_written() {
    assertThatThrownBy(
            () -> serializer.serialize(MetaData.with("when", Instant.EPOCH), byte[].class))
        .isInstanceOf(SerializationException.class)
        .hasMessage("metadata are texts, and when is a java.time.Instant");
  }

  @Test
  void the_tokens_of_processors_come_back_as_they_were() {
    var gaps = GapAwareTrackingToken.newInstance(7, Set.of());
    var tokens =
        Stream.of(
            gaps,
            new GlobalSequenceTrackingToken(9),
            ReplayToken.createReplayToken(gaps, null),
            ReplayToken.createReplayToken(
                GapAwareTrackingToken.newInstance(70, Set.of()), gaps, "a reason"));

    assertThat(tokens)
        .allSatisfy(
            token ->
                assertThat(
                        serializer.<byte[], Object>deserialize(
                            serializer.serialize(token, byte[].class)))
                    .isEqualTo(token));
  }

  @Test
  void a_stored_row_is_read_with_all_that_was_recorded() {
    var row = row("1", LedgerJson.write(EVENT));

    var read = new EventDecoder(serializer, NoOpEventUpcaster.INSTANCE).planEvent(row);

    assertThat(read)
        .isEqualTo(
            new RecordedEvent<PlanEvent>(
                41,
                3,
                "0190b6a0-0000-7000-8000-00000000000e",
                "LinkRemoved",
                "1",
                Instant.EPOCH,
                "c",
                "a",
                Optional.of("t"),
                "k",
                EVENT));
  }

  @Test
  void an_older_form_is_brought_up_to_date_before_it_is_read() {
    var older =
        new String(LedgerJson.write(EVENT), UTF_8).replace("\"kind\"", "\"what\"").getBytes(UTF_8);

    var chain = new EventUpcasterChain(new LinkRemoved0to1());
    var read = new EventDecoder(serializer, chain).event(row("0", older));

    assertThat(read.event()).isEqualTo(EVENT);
    assertThat(read.revision()).isEqualTo("0");
  }

  @Test
  void a_form_that_nobody_brings_up_to_date_stops_the_reader() {
    var decoder = new EventDecoder(serializer, NoOpEventUpcaster.INSTANCE);

    assertThatThrownBy(() -> decoder.event(row("0", LedgerJson.write(EVENT))))
        .isInstanceOf(StoredJsonException.class)
        .hasMessage("revision 0 of LinkRemoved is not known; the newest is 1");
  }

  @Test
  void an_upcaster_that_drops_an_event_stops_the_reader() {
    EventUpcaster dropping = _ -> Stream.empty();
    var decoder = new EventDecoder(serializer, dropping);

    assertThatThrownBy(() -> decoder.event(row("1", LedgerJson.write(EVENT))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("event 41 into 0");
  }

  /// As an upcaster for a form that really changed would be written.
  private static final class LinkRemoved0to1 extends SingleEventUpcaster {
    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
      return event.getType().equals(new SimpleSerializedType("LinkRemoved", "0"));
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
      return event.upcastPayload(
          new SimpleSerializedType("LinkRemoved", "1"),
          ObjectNode.class,
          payload -> payload.setAll(Map.of("kind", payload.remove("what"))));
    }
  }

  private static EventRow row(String revision, byte[] payload) {
    return new EventRow(
        41,
        Instant.EPOCH,
        StreamType.PLAN,
        PLAN.toString(),
        3,
        "0190b6a0-0000-7000-8000-00000000000e",
        "LinkRemoved",
        revision,
        Instant.EPOCH,
        Bytes.of(payload),
        Bytes.utf8(METADATA),
        Bytes.EMPTY,
        Bytes.EMPTY);
  }

  private static DeviceId device() {
    return Commands.device("1581F45TB21BQ0");
  }
}
