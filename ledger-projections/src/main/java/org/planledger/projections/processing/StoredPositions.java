package org.planledger.projections.processing;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.planledger.core.axon.LedgerSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far views have come, as the database has it: for each segment the position up to which its
/// rows are stored.
public final class StoredPositions {

  private static final String TOKENS =
      "select segment, token, token_type from view_token where processor_name = ?";

  private final JdbcClient jdbc;
  private final Serializer serializer = LedgerSerializer.general();

  public StoredPositions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Up to where each stream has been folded into a view.
  public Reach reachOf(String view) {
    return Reach.of(of(view));
  }

  /// The position of every segment of a view; none of a view that never ran.
  Map<Integer, Long> of(String view) {
    var positions = new HashMap<Integer, Long>();
    jdbc.sql(TOKENS)
        .param(view)
        .query(
            result -> {
              byte[] token = result.getBytes("token");
              String type = result.getString("token_type");
              positions.put(
                  result.getInt("segment"),
                  token == null || type == null ? 0L : position(token, type));
            });
    return positions;
  }

  private long position(byte[] token, String type) {
    TrackingToken read =
        serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
    return read.position().orElse(0);
  }
}
