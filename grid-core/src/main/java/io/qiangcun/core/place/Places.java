package io.qiangcun.core.place;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Places extends Repository<Place, PlaceCode> {

    Place save(Place place);

    Optional<Place> findById(PlaceCode code);

    @Query("""
      select p from Place p
      where p.code.value in (
        substring(:code, 1, 2), substring(:code, 1, 4), substring(:code, 1, 6), substring(:code, 1, 9),
        substring(:code, 1, 12), substring(:code, 1, 15), :code)
      order by p.code.value
      """)
    List<Place> findPath(String code);

    @Query("""
      select p from Place p
      where p.code.value >= :lo and p.code.value < :hi
        and p.code.value >= :parentLo and p.code.value < :parentHi
        and length(p.code.value) = :digits
        and p.validFrom <= :on and (p.validTo is null or p.validTo > :on)
      order by p.code.value
      """)
    List<Place> findChildren(String lo, String hi, String parentLo, String parentHi, int digits, LocalDate on);

    @Query("select p from Place p order by length(p.code.value), p.code.value limit 1")
    Optional<Place> findRoot();
}
