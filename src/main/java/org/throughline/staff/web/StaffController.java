package org.throughline.staff.web;

import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.staff.Staff;

/** The people of the agency and of its partners. */
@RestController
@RequestMapping("/api/staff")
class StaffController {

    private final Staff staff;

    StaffController(Staff staff) {
        this.staff = staff;
    }

    @GetMapping
    List<StaffView> all() {
        Set<String> absent = staff.absentNow();
        return staff.all().stream()
                .map(person -> StaffView.of(person, absent.contains(person.userId())))
                .toList();
    }
}
