package org.throughline.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The gate's records without a database; nothing in it is rolled back. */
public final class InMemoryLicenseChecks implements LicenseChecks {

    private final Map<String, LicenseNeed> needs = new ConcurrentHashMap<>();
    private final List<LicenseCheck> checks = new CopyOnWriteArrayList<>();

    @Override
    public void need(String taskId, String acts, LicenseNeed need) {
        needs.put(taskId, need);
    }

    @Override
    public Optional<LicenseNeed> needOf(String taskId) {
        return Optional.ofNullable(needs.get(taskId));
    }

    @Override
    public void forgetNeed(String taskId) {
        needs.remove(taskId);
    }

    @Override
    public void record(LicenseCheck check) {
        checks.add(check);
    }

    @Override
    public List<LicenseCheck> ofRequest(String requestNumber) {
        return checks.stream()
                .filter(check -> requestNumber.equals(check.request()))
                .toList();
    }

    @Override
    public List<LicenseCheck> find(Query query, int page, int size) {
        return List.copyOf(checks);
    }

    @Override
    public long count(Query query) {
        return checks.size();
    }

    /** Everything answered so far, oldest first. */
    public List<LicenseCheck> all() {
        return List.copyOf(checks);
    }
}
