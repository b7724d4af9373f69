;; scryptROMix (RFC 7914 section 5) with 128-bit vectors: what takes scrypt its time and memory. scrypt-by-wasm.ts calls it;
;; docs/decisions/0018-scrypt-by-wasm.md says why it is here. `npm run docs` builds scrypt-mix-binary.ts of it.
;;
;; A block of Salsa20 has 16 words, which are kept as four vectors of its diagonals: in these each lane is one of the four
;; quarter-rounds that can be done at once. Word i of a block here is word 5 * i mod 16 of the RFC's, so word 0 is where it was.
;;
;; Of V only the even elements are kept; an odd one is mixed again from the one before it when it is chosen. That is a
;; quarter more mixing, and half of the memory, whose pages cost more to be given than the mixing does.
(module
  (memory (export "memory") 0)
  ;; Half a block of scrypt: 64 * r bytes. Then the addresses of two whole ones.
  (global $half (mut i32) (i32.const 0))
  (global $odd (mut i32) (i32.const 0))
  (global $zeros (mut i32) (i32.const 0))

  ;; scryptBlockMix (RFC 7914 section 4) of the XOR of $a and $b, to $out: addresses of 128 * r bytes each.
  (func $blockMix (param $a i32) (param $b i32) (param $out i32)
    (local $x0 v128) (local $x1 v128) (local $x2 v128) (local $x3 v128)
    (local $y0 v128) (local $y1 v128) (local $y2 v128) (local $y3 v128)
    (local $sum v128) (local $rounds i32) (local $last i32) (local $end i32) (local $to i32) (local $isOdd i32)
    (local.set $end (i32.add (local.get $a) (i32.shl (global.get $half) (i32.const 1))))
    (local.set $last (i32.sub (i32.shl (global.get $half) (i32.const 1)) (i32.const 64)))
    (local.set $to (local.get $out))
    (local.set $x0 (v128.xor (v128.load (i32.add (local.get $a) (local.get $last)))
      (v128.load (i32.add (local.get $b) (local.get $last)))))
    (local.set $x1 (v128.xor (v128.load offset=16 (i32.add (local.get $a) (local.get $last)))
      (v128.load offset=16 (i32.add (local.get $b) (local.get $last)))))
    (local.set $x2 (v128.xor (v128.load offset=32 (i32.add (local.get $a) (local.get $last)))
      (v128.load offset=32 (i32.add (local.get $b) (local.get $last)))))
    (local.set $x3 (v128.xor (v128.load offset=48 (i32.add (local.get $a) (local.get $last)))
      (v128.load offset=48 (i32.add (local.get $b) (local.get $last)))))
    (loop $blocks
      (local.set $x0 (local.tee $y0 (v128.xor (local.get $x0) (v128.xor (v128.load (local.get $a)) (v128.load (local.get $b))))))
      (local.set $x1 (local.tee $y1 (v128.xor (local.get $x1) (v128.xor (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b))))))
      (local.set $x2 (local.tee $y2 (v128.xor (local.get $x2) (v128.xor (v128.load offset=32 (local.get $a)) (v128.load offset=32 (local.get $b))))))
      (local.set $x3 (local.tee $y3 (v128.xor (local.get $x3) (v128.xor (v128.load offset=48 (local.get $a)) (v128.load offset=48 (local.get $b))))))
      ;; Salsa20/8 (RFC 7914 section 3): four double rounds.
      (local.set $rounds (i32.const 4))
      (loop $doubleRound
        ;; Four quarter-rounds at once: on the columns …
        (local.set $sum (i32x4.add (local.get $x0) (local.get $x3)))
        (local.set $x1 (v128.xor (local.get $x1) (v128.xor
          (i32x4.shl (local.get $sum) (i32.const 7)) (i32x4.shr_u (local.get $sum) (i32.const 25)))))
        (local.set $sum (i32x4.add (local.get $x1) (local.get $x0)))
        (local.set $x2 (v128.xor (local.get $x2) (v128.xor
          (i32x4.shl (local.get $sum) (i32.const 9)) (i32x4.shr_u (local.get $sum) (i32.const 23)))))
        (local.set $sum (i32x4.add (local.get $x2) (local.get $x1)))
        (local.set $x3 (v128.xor (local.get $x3) (v128.xor
          (i32x4.shl (local.get $sum) (i32.const 13)) (i32x4.shr_u (local.get $sum) (i32.const 19)))))
        (local.set $sum (i32x4.add (local.get $x3) (local.get $x2)))
        (local.set $x0 (v128.xor (local.get $x0) (v128.xor
          (i32x4.shl (local.get $sum) (i32.const 18)) (i32x4.shr_u (local.get $sum) (i32.const 14)))))
        (local.set $x1 (i8x16.shuffle 12 13 14 15 0 1 2 3 4 5 6 7 8 9 10 11 (local.get $x1) (local.get $x1)))
        (local.set $x2 (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $x2) (local.get $x2)))
        (local.set $x3 (i8x16.shuffle 4 5 6 7 8 9 10 11 12 13 14 15 0 1 2 3 (local.get $x3) (local.get $x3)))
        ;; … and on the rows.
        (local.set $sum (i32x4.add (local.get $x0) (local.get $x1)))
        (local.set $x3 (v128.xor (local.get $x3) (v128.xor
          (i32x4.shl (local.get $sum) (i32.const 7)) (i32x4.shr_u (local.get $sum) (i32.const 25)))))
        (local.set $sum (i32x4.add (local.get $x3) (local.get $x0)))
        (local.set $x2 (v128.xor (local.get $x2) (v128.xor
          (i32x4.shl (local.get $sum) (i32.const 9)) (i32x4.shr_u (local.get $sum) (i32.const 23)))))
        (local.set $sum (i32x4.add (local.get $x2) (local.get $x3)))
        (local.set $x1 (v128.xor (local.get $x1) (v128.xor
          (i32x4.shl (local.get $sum) (i32.const 13)) (i32x4.shr_u (local.get $sum) (i32.const 19)))))
        (local.set $sum (i32x4.add (local.get $x1) (local.get $x2)))
        (local.set $x0 (v128.xor (local.get $x0) (v128.xor
          (i32x4.shl (local.get $sum) (i32.const 18)) (i32x4.shr_u (local.get $sum) (i32.const 14)))))
        (local.set $x1 (i8x16.shuffle 4 5 6 7 8 9 10 11 12 13 14 15 0 1 2 3 (local.get $x1) (local.get $x1)))
        (local.set $x2 (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $x2) (local.get $x2)))
        (local.set $x3 (i8x16.shuffle 12 13 14 15 0 1 2 3 4 5 6 7 8 9 10 11 (local.get $x3) (local.get $x3)))
        (br_if $doubleRound (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
      (v128.store (local.get $to) (local.tee $x0 (i32x4.add (local.get $x0) (local.get $y0))))
      (v128.store offset=16 (local.get $to) (local.tee $x1 (i32x4.add (local.get $x1) (local.get $y1))))
      (v128.store offset=32 (local.get $to) (local.tee $x2 (i32x4.add (local.get $x2) (local.get $y2))))
      (v128.store offset=48 (local.get $to) (local.tee $x3 (i32x4.add (local.get $x3) (local.get $y3))))
      ;; The even blocks make the first half, the odd ones the second.
      (if (local.get $isOdd)
        (then (local.set $to (i32.sub (i32.add (local.get $to) (i32.const 64)) (global.get $half))))
        (else (local.set $to (i32.add (local.get $to) (global.get $half)))))
      (local.set $isOdd (i32.eqz (local.get $isOdd)))
      (local.set $b (i32.add (local.get $b) (i32.const 64)))
      (br_if $blocks (i32.lt_u (local.tee $a (i32.add (local.get $a) (i32.const 64))) (local.get $end)))))

  ;; Mixes the block at address 0, and leaves the result at 64 * $r * $n. The memory holds $n / 2 + 4 blocks: the even elements
  ;; of V, then X, Y, the odd element of V that was mixed again, and zeros, of which the XOR is nothing.
  (func (export "mix") (param $r i32) (param $n i32)
    (local $size i32) (local $x i32) (local $y i32) (local $v i32) (local $i i32)
    (local.set $size (i32.shl (local.get $r) (i32.const 7)))
    (global.set $half (i32.shl (local.get $r) (i32.const 6)))
    (local.set $x (i32.mul (global.get $half) (local.get $n)))
    (local.set $y (i32.add (local.get $x) (local.get $size)))
    (global.set $odd (i32.add (local.get $y) (local.get $size)))
    (global.set $zeros (i32.add (global.get $odd) (local.get $size)))
    ;; Steps 1 and 2: each element of V is mixed from the one before it, and X from the last.
    (loop $fill
      (call $blockMix (local.get $v) (global.get $zeros) (local.get $y))
      (call $blockMix (local.get $y) (global.get $zeros) (local.tee $v (i32.add (local.get $v) (local.get $size))))
      (br_if $fill (i32.lt_u (local.get $v) (local.get $x))))
    ;; Step 3, twice in each turn, so that the result is in X again.
    (local.set $i (local.get $n))
    (loop $turn
      (call $blockMix (local.get $x) (call $chosen (local.get $x) (local.get $n)) (local.get $y))
      (call $blockMix (local.get $y) (call $chosen (local.get $y) (local.get $n)) (local.get $x))
      (br_if $turn (local.tee $i (i32.sub (local.get $i) (i32.const 2))))))

  ;; The address of the element of V that Integerify chooses: by the first word of X's last block, modulo $n, a power of two.
  (func $chosen (param $x i32) (param $n i32) (result i32)
    (local $j i32) (local $even i32)
    (local.set $j (i32.and (i32.sub (local.get $n) (i32.const 1))
      (i32.load (i32.sub (i32.add (local.get $x) (i32.shl (global.get $half) (i32.const 1))) (i32.const 64)))))
    (local.set $even (i32.mul (global.get $half) (i32.and (local.get $j) (i32.const -2))))
    (if (i32.eqz (i32.and (local.get $j) (i32.const 1))) (then (return (local.get $even))))
    (call $blockMix (local.get $even) (global.get $zeros) (global.get $odd))
    (global.get $odd)))
