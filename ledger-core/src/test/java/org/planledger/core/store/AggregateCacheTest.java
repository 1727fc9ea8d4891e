package org.planledger.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache.EntryListenerAdapter;
import org.junit.jupiter.api.Test;

class AggregateCacheTest {

  private final AggregateCache cache = new AggregateCache(3);

  @Test
  void what_was_used_longest_ago_goes_when_the_bound_is_passed() {
    cache.put("a", 1);
    cache.put("b", 2);
    cache.put("c", 3);
    cache.get("a");
    cache.put("d", 4);

    assertThat(cache.<String, Integer>get("a")).isEqualTo(1);
    assertThat(cache.<String, Integer>get("b")).isNull();
    assertThat(cache.containsKey("c")).isTrue();
    assertThat(cache.containsKey("d")).isTrue();
  }

  @Test
  void an_entry_is_put_once_changed_and_removed() {
    assertThat(cache.putIfAbsent("a", 1)).isTrue();
    assertThat(cache.putIfAbsent("a", 2)).isFalse();
    cache.<Integer>computeIfPresent("a", value -> value + 10);
    cache.<Integer>computeIfPresent("b", value -> value + 10);

    assertThat(cache.<String, Integer>get("a")).isEqualTo(11);
    assertThat(cache.remove("a")).isTrue();
    assertThat(cache.remove("a")).isFalse();
    assertThat(cache.containsKey("a")).isFalse();
    assertThat(cache.containsKey("b")).isFalse();
  }

  @Test
  void listeners_hear_of_every_change_until_they_leave() {
    List<String> heard = new ArrayList<>();
    Registration registration =
        cache.registerCacheEntryListener(
            new EntryListenerAdapter() {
              @Override
              public void onEntryCreated(Object key, Object value) {
                heard.add("created " + key + value);
              }

              @Override
              public void onEntryUpdated(Object key, Object value) {
                heard.add("updated " + key + value);
              }

              @Override
              public void onEntryRead(Object key, Object value) {
                heard.add("read " + key + value);
              }

              @Override
              public void onEntryRemoved(Object key) {
                heard.add("removed " + key);
              }
            });
    cache.put("a", 1);
    cache.put("a", 2);
    cache.get("a");
    cache.get("b");
    cache.remove("a");
    cache.put("c", 3);
    cache.removeAll();
    registration.cancel();
    cache.put("a", 1);

    assertThat(heard)
        .isEqualTo(
            List.of("created a1", "updated a2", "read a2", "removed a", "created c3", "removed c"));
  }
}
