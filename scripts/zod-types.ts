/**
 * The part of zod's types that the package's declarations name. zod's code is
 * joined into ours; its own types are 6 MB that every site would install for
 * what goes into options and what comes out. A test holds both to be the same.
 */
export const ZOD_TYPES = `/** What goes into a schema of zod's, and what comes out. */
export declare namespace z {
  interface ZodType<Output = unknown, Input = unknown> {
    readonly _zod: { readonly output: Output; readonly input: Input };
  }
  type input<T> = T extends { readonly _zod: { readonly input: infer Input } } ? Input : never;
  type output<T> = T extends { readonly _zod: { readonly output: infer Output } } ? Output : never;
  namespace core {
    interface $strict {
      readonly mode?: "strict";
    }
    interface $strip {
      readonly mode?: "strip";
    }
    interface $partial {
      readonly "~partial": true;
    }
  }
  type Flat<T> = { [Key in keyof T]: T[Key] } & {};
  type Omitted<Shape> = { [Key in keyof Shape]: undefined extends input<Shape[Key]> ? Key : never }[keyof Shape];
  type Absent<Shape> = { [Key in keyof Shape]: undefined extends output<Shape[Key]> ? Key : never }[keyof Shape];
  type In<Shape> = Flat<
    { [Key in Exclude<keyof Shape, Omitted<Shape>>]: input<Shape[Key]> } & { [Key in Omitted<Shape>]?: input<Shape[Key]> }
  >;
  type Out<Shape> = Flat<
    { [Key in Exclude<keyof Shape, Absent<Shape>>]: output<Shape[Key]> } & { [Key in Absent<Shape>]?: output<Shape[Key]> }
  >;
  type Entries<Key, Name, Value> = Key extends core.$partial
    ? Partial<Record<Name & PropertyKey, Value>>
    : Record<Name & PropertyKey, Value>;
  interface ZodString extends ZodType<string, string> {}
  interface ZodURL extends ZodString {}
  interface ZodISODate extends ZodString {}
  interface ZodNumber extends ZodType<number, number> {}
  interface ZodInt extends ZodNumber {}
  interface ZodBoolean extends ZodType<boolean, boolean> {}
  interface ZodEnum<Values> extends ZodType<Values[keyof Values], Values[keyof Values]> {}
  interface ZodLiteral<Value> extends ZodType<Value, Value> {}
  interface ZodCustom<Output, Input> extends ZodType<Output, Input> {}
  interface ZodInstanceOf<Instance> extends ZodType<Instance, Instance> {}
  interface ZodTransform<Output, Input> extends ZodType<Output, Input> {}
  interface ZodPipe<From, To> extends ZodType<output<To>, input<From>> {}
  interface ZodArray<Item> extends ZodType<output<Item>[], input<Item>[]> {}
  interface ZodTuple<Items extends readonly unknown[], Rest = null>
    extends ZodType<{ [Key in keyof Items]: output<Items[Key]> }, { [Key in keyof Items]: input<Items[Key]> }> {
    readonly rest?: Rest;
  }
  interface ZodUnion<Options extends readonly unknown[]> extends ZodType<output<Options[number]>, input<Options[number]>> {}
  interface ZodRecord<Key, Value>
    extends ZodType<Entries<Key, output<Key>, output<Value>>, Entries<Key, input<Key>, input<Value>>> {}
  interface ZodOptional<Inner> extends ZodType<output<Inner> | undefined, input<Inner> | undefined> {}
  interface ZodNullable<Inner> extends ZodType<output<Inner> | null, input<Inner> | null> {}
  interface ZodDefault<Inner> extends ZodType<Exclude<output<Inner>, undefined>, input<Inner> | undefined> {}
  interface ZodPrefault<Inner> extends ZodType<output<Inner>, input<Inner> | undefined> {}
  interface ZodObject<Shape = object, Mode = core.$strip> extends ZodType<Out<Shape>, In<Shape>> {
    readonly shape: Shape;
    readonly mode?: Mode;
  }
}
`;
